using Sluice.Local.Cloud.Alarms.Shapes;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>Which characters names of metrics' parts may have, by CloudWatch's documents. Lengths are the model's.</summary>
internal static class MetricTexts
{
    public static IEnumerable<string> Namespace(string text, string parameter) => Ascii(text, parameter);

    public static IEnumerable<string> Dimensions(IEnumerable<DimensionShape>? dimensions, string parameter) =>
        (dimensions ?? []).SelectMany((dimension, index) => Dimension(dimension, $"{parameter}.member.{index + 1}"));

    public static bool HasControl(string text) => text.Any(letter => letter is < ' ' or '\x7f');

    private static IEnumerable<string> Dimension(DimensionShape dimension, string parameter)
    {
        foreach (var fault in Ascii(dimension.Name, $"{parameter}.Name").Concat(Ascii(dimension.Value, $"{parameter}.Value")))
        {
            yield return fault;
        }

        if (dimension.Name.StartsWith(':'))
        {
            yield return $"The parameter {parameter}.Name must not start with a colon.";
        }
    }

    private static IEnumerable<string> Ascii(string text, string parameter)
    {
        if (!text.All(char.IsAscii))
        {
            yield return $"The parameter {parameter} contains non-ASCII characters.";
        }

        if (HasControl(text))
        {
            yield return $"The parameter {parameter} contains ASCII control characters.";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            yield return $"The parameter {parameter} must contain at least one non-whitespace character.";
        }
    }
}
