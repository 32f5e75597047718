import { demoPeople, roleType } from '#libs/identity';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign);

/** The portal's colours; contrast of each pair is at least 4.5. */
const style = `
:root { color-scheme: light; font: 1rem/1.6 system-ui, 'Noto Sans', sans-serif; color: #241c17; background: #f5eee1 }
body { margin: 0 } .strip { background: #2b1b17; color: #fffdf8; padding: .75rem 1rem; border-bottom: 3px solid #c68a3a }
.strip p { max-width: 46rem; margin: 0 auto } .strip strong { font: 600 1.25rem 'Noto Serif', Cambria, 'Times New Roman', serif; margin-right: .75rem }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font: 600 2rem/1.3 'Noto Serif', Cambria, 'Times New Roman', serif; margin: 0 } .en { color: #5c5047; font-weight: 400 }
label { display: block; font-weight: 600; margin-top: 1rem }
input { font: inherit; padding: .5rem; width: 100%; max-width: 22rem; box-sizing: border-box; border: 1px solid #7d6f62; border-radius: .125rem; background: #fffdf8; color: inherit }
button { font: inherit; font-weight: 600; padding: .5rem 1.25rem; min-height: 2.75rem; border: 1px solid #841f1c; border-radius: .125rem; background: #841f1c; color: #fffdf8; cursor: pointer }
button.quiet { background: #fffdf8; color: #841f1c } form p { margin: 1rem 0 }
:focus-visible { outline: 3px solid #1b5e8c; outline-offset: 2px } table { border-collapse: collapse; width: 100%; margin-top: 2rem }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem } th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid #d9cdbb }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.wrong { border-left: .25rem solid #841f1c; padding: .25rem .75rem; background: #fffdf8 }
@media (max-width: 30rem) { table, caption, tbody, tr, td, th { display: block } thead { position: absolute; left: -9999px } td, th { border: 0; padding: .15rem 0 } tr { border-top: 1px solid #d9cdbb; padding: .5rem 0 } }`;

function page(nonce: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style nonce="${escaped(nonce)}">${style}</style></head>
<body><header class="strip"><p><strong>Cửa Ô</strong>Thành phố thử nghiệm · <span lang="en">demo city</span></p></header>
<main>${body}</main></body></html>`;
}

/** What the browser may do with these pages: show them and send the form; the code goes on to the gateway. */
export function pagePolicy(nonce: string, gatewayOrigin: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self' ${gatewayOrigin}; frame-ancestors 'none'; base-uri 'none'`;
}

/** Sign-in without scripts. @param failed the last try did not fit; the page does not say which half was wrong */
export function signInPage(nonce: string, uid: string, failed: boolean): string {
  const action = `/interaction/${encodeURIComponent(uid)}/login`;
  const rows = demoPeople().map(({ key, displayName, titleVi, titleEn, roles }) => {
    const names = roles.map((role) => roleType(role));
    return `<tr><th scope="row"><code>${escaped(key)}</code></th><td>${escaped(displayName)}<br>${escaped(titleVi)} <span class="en" lang="en">${escaped(titleEn)}</span></td>
<td>${escaped(names.map(({ nameVi }) => nameVi).join('; '))}<br><span class="en" lang="en">${escaped(names.map(({ nameEn }) => nameEn).join('; '))}</span></td>
<td><form method="post" action="${action}"><input type="hidden" name="username" value="${escaped(key)}"><input type="hidden" name="password" value="${escaped(key)}">
<button class="quiet">Chọn<span class="unseen"> ${escaped(displayName)}</span></button></form></td></tr>`;
  });
  const wrong = failed
    ? `<p class="wrong" role="alert">Tên hoặc mật khẩu chưa đúng. <span class="en" lang="en">The user name or the password is not right.</span></p>`
    : '';
  return page(
    nonce,
    `${failed ? 'Lỗi: ' : ''}Đăng nhập thành phố thử nghiệm · Cửa Ô`,
    `<h1>Đăng nhập</h1><p class="en" lang="en">Sign in</p>${wrong}
<form method="post" action="${action}">
<label for="username">Tên người dùng <span class="en" lang="en">User name</span></label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="40"${failed ? ' aria-invalid="true"' : ''}>
<label for="password">Mật khẩu <span class="en" lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="40">
<p><button>Đăng nhập</button></p></form>
<table><caption>Những người trong thành phố thử nghiệm: tên là hư cấu, mật khẩu trùng với tên người dùng.
<span class="en" lang="en">The people of the demo city: names are fictional, the password is the user name.</span></caption>
<thead><tr><th scope="col">Tên</th><th scope="col">Người</th><th scope="col">Vai trò</th><th scope="col">Đăng nhập</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`,
  );
}

export function errorPage(nonce: string): string {
  return page(
    nonce,
    'Lỗi: chưa đăng nhập được · Cửa Ô',
    `<h1>Chưa đăng nhập được</h1><p>Lần đăng nhập này không còn hiệu lực. Hãy quay lại cổng và đăng nhập lại.</p>
<p class="en" lang="en">This sign-in is no longer valid. Go back to the portal and sign in again.</p>`,
  );
}
