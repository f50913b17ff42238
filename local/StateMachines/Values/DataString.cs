using System.Text;

namespace Sluice.Local.StateMachines.Values;

internal sealed class DataString(string value) : Data(0)
{
    internal static DataString Empty { get; } = new("");

    internal string Value { get; } = value;

    internal static int Measure(string text)
    {
        var extra = 2;
        foreach (var c in text)
        {
            if (c < ' ')
            {
                extra += c is '\b' or '\t' or '\n' or '\f' or '\r' ? 1 : 5;
            }
            else if (c is '"' or '\\')
            {
                extra++;
            }
        }

        return Encoding.UTF8.GetByteCount(text) + extra;
    }

    internal override void Write(JsonOutput output) => output.WriteQuoted(Value);

    internal override bool IsSame(Data other) => other is DataString text && text.Value == Value;

    private protected override int Measure() => Measure(Value);
}
