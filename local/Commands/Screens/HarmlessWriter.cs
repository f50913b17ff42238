using System.Text;

namespace Sluice.Local.Commands.Screens;

/// <summary>A standard stream that may be a terminal, for text that quotes what came from elsewhere.</summary>
internal sealed class HarmlessWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value == '\n' ? "\n" : HarmlessText.Of(value.ToString()));

    public override void Write(string? value) => inner.Write(HarmlessText.Of(value ?? ""));

    public override void WriteLine(string? value) => inner.WriteLine(HarmlessText.Of(value ?? ""));

    public override void Flush() => inner.Flush();
}
