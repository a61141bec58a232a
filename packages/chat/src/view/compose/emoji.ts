/** What people write to a support team, by feeling: faces, hands, hearts, things. One short list instead of all 3,800. */
export const emoji: readonly string[] = [
  ...'😀 😃 😄 😁 😅 😂 🙂 🙃 😉 😊 😇 🥰 😍 🤩 😘 😋 😜 🤗 🤔 🫡 🤨 😐 😶 🙄 😏 😬 😌 😴 🤒 🤯 🥳 😎 🤓 🧐 😕 🙁 😮 😳 🥺 😢 😭 😤 😡 🤬 😱 😓'.split(
    ' ',
  ),
  ...'👍 👎 👌 ✌️ 🤞 🤝 👏 🙌 🙏 💪 👋 👆 👇 👉 👈 🤷 🤦 👀 🧠 ❤️ 🧡 💛 💚 💙 💜 🖤 💔 💯'.split(' '),
  ...'🎉 🎁 🏆 🔥 ✨ ⭐ ⚡ ☀️ 🌈 ☕ 🍀 🚀 💡 🔧 🔒 🔑 🐛 💻 📱 🖨️ 📷 📎 📌 📅 📈 📉 📄 📦 ✉️ 💳 💰 ⏰ ⌛ 🔍 ✅ ❌ ❓ ❗ ⚠️ 🚫 ➡️ ⬅️'.split(
    ' ',
  ),
]
