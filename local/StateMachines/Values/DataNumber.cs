using System.Globalization;

namespace Sluice.Local.StateMachines.Values;

/// <summary>A number keeps the text it was written with, so that passing it on changes nothing, not even digits that a double has no room for.</summary>
internal sealed class DataNumber(string text) : Data(0)
{
    internal string Text { get; } = text;

    internal double Double { get; } = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    internal static DataNumber Of(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    internal static DataNumber Of(double value) => new(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The value as a whole number, if it is one (1.0 and 1e3 are) and a long has room for it.</summary>
    internal bool TryGetInteger(out long value)
    {
        value = 0;
        return long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            || (IsDecimal(out var exact) && exact == decimal.Truncate(exact) && TryNarrow(exact, out value));
    }

    internal int CompareTo(DataNumber other) =>
        IsDecimal(out var mine) && other.IsDecimal(out var theirs) ? mine.CompareTo(theirs) : Double.CompareTo(other.Double);

    internal override void Write(JsonOutput output) => output.Write(Text);

    internal override bool IsSame(Data other) => other is DataNumber number && CompareTo(number) == 0;

    private protected override int Measure() => Text.Length;

    private static bool TryNarrow(decimal exact, out long value)
    {
        var fits = exact is >= long.MinValue and <= long.MaxValue;
        value = fits ? (long)exact : 0;
        return fits;
    }

    // A very small number parses as a decimal of zero; such ones are compared as doubles.
    private bool IsDecimal(out decimal exact) =>
        decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out exact) && (exact != 0 || Double == 0);
}
