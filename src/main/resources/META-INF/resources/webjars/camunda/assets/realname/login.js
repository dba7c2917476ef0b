// With single sign-on, the server answers with another script here (static/login/web-apps.js).
export default [];
