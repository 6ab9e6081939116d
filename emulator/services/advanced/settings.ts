import { DOCUMENTS, type ApiName } from '../../discovery/discovery';
import type { Project } from '../../project/project';
import type { AdvancedServiceSetting } from '../../runtime/realm/host';

/** `serviceId` of the manifest → the first part of our method ids. */
const SERVICE_IDS: Readonly<Record<string, ApiName>> = {
  'admin directory_v1': 'directory',
  'admin reports_v1': 'reports',
  'calendar v3': 'calendar',
  'sheets v4': 'sheets',
  'drive v3': 'drive',
};

const settingsOf = new WeakMap<Project, readonly AdvancedServiceSetting[]>();

/** The advanced services that a project's manifest enables. */
export function advancedServicesOf(project: Project): readonly AdvancedServiceSetting[] {
  let settings = settingsOf.get(project);
  if (!settings) {
    settings = (project.manifest.dependencies?.enabledAdvancedServices ?? []).map(
      ({ userSymbol, serviceId, version }) => {
        const api = SERVICE_IDS[`${serviceId} ${version}`];
        return api ? advancedService(userSymbol, api) : notCarried(userSymbol, serviceId);
      },
    );
    settingsOf.set(project, settings);
  }
  return settings;
}

/** An advanced service that the manifest enables and the local Workspace lacks: it exists and says so. */
const notCarried = (userSymbol: string, api: string): AdvancedServiceSetting => ({
  userSymbol,
  api,
  methods: [],
  schemas: [],
});

function advancedService(userSymbol: string, api: ApiName): AdvancedServiceSetting {
  const { methods, schemas } = DOCUMENTS[api];
  return {
    userSymbol,
    api,
    schemas: Object.keys(schemas),
    methods: Object.entries(methods).map(([path, method]) => ({
      id: method.id,
      path: methodPath(path),
      order: method.parameterOrder,
      hasBody: method.request !== null,
      takesMedia: method.supportsMediaUpload === true,
    })),
  };
}

/** `events.delete` → `['Events', 'remove']`. */
const methodPath = (path: string): string[] => {
  const parts = path.split('.');
  const name = parts.pop()!;
  return [
    ...parts.map((part) => part[0]!.toUpperCase() + part.slice(1)),
    name === 'delete' ? 'remove' : name,
  ];
};
