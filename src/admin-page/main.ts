/** The Admin page in the browser: asks Tandem for its first place and shows it. */
import './card-dom/card.css';
import './colors.css';
import './page.css';
import { AdminPage } from './admin-page';

new AdminPage(document.body).start();
