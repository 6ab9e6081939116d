import { employeesContract } from '../contract/employees-contract';
import { MemoryEmployees } from './memory-employees';

employeesContract('memory', () => {
  const employees = new MemoryEmployees();
  return () => employees;
});
