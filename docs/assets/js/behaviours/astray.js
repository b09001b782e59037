// On the page for an address that does not exist: a link whose »#« a mail program wrote as »%23« leads to a page that
// exists, with what stands after it.
const astray = /%(?:25)*23(?=[a-z])/i;
if (astray.test(location.pathname)) location.replace(location.href.replace(astray, "#"));
