// The words after `npm start --`.

export const usage = `cách dùng · usage: npm start -- [--port <cổng · port>] [--fresh] [--check]
  --port <n>   cổng công khai (mặc định 7400, hoặc CUAO_PORT) · public port (default 7400, or CUAO_PORT)
  --fresh      bỏ dữ liệu cũ, bắt đầu lại · forget the old state and begin anew
  --check      chỉ nói còn thiếu gì, không đổi gì · say what is missing, change nothing
biến môi trường · environment: DATABASE_URL, REDIS_URL, OIDC_ISSUER + OIDC_CLIENT_ID, FFMPEG_PATH, CUAO_STATE_DIR, CUAO_TSA_URL + CUAO_TSA_CERTIFICATES, CUAO_LOG_STORE_URL + _KEY_FILE + _REGION + _LOCK_DAYS`;

/** @returns {{fresh: boolean, check: boolean, help: boolean, port: number | undefined} | {wrong: string}} */
export function parseArguments(argv, env = {}) {
  const options = { fresh: false, check: false, help: false, port: undefined };
  let port = env.CUAO_PORT;
  for (let index = 0; index < argv.length; index += 1) {
    const [word, value] = argv[index].split('=', 2);
    if (word === '--port') port = value ?? argv[(index += 1)] ?? '';
    else if (word === '--fresh' || word === '--check' || word === '--help') options[word.slice(2)] = true;
    else return { wrong: `không hiểu · not understood: ${argv[index]}` };
  }
  if (port !== undefined) {
    options.port = Number(port);
    if (!/^\d+$/.test(port) || options.port < 1 || options.port > 65_535)
      return { wrong: `cổng không hợp lệ · not a port: ${port || '(?)'}` };
  }
  return options;
}
