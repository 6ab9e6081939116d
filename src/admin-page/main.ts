/** The Admin page in the browser: requests the first place from Tandem and shows it. */
import './card-dom/card.css';
import './colors.css';
import './page.css';
import { AdminPage } from './admin-page';

void new AdminPage(document.body).start();
