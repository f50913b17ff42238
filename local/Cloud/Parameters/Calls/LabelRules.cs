namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Parameter Store's rules for labels of versions.</summary>
internal static class LabelRules
{
    private const int MostOfAVersion = 10;

    public static bool IsLabel(string text) =>
        text.Length is > 0 and <= 100
        && !char.IsAsciiDigit(text[0])
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        && !text.StartsWith("aws", StringComparison.OrdinalIgnoreCase)
        && !text.StartsWith("ssm", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parameter with these labels at a version, wherever they were.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">The version would have too many.</exception>
    public static Parameter With(Parameter parameter, long version, IEnumerable<string> labels)
    {
        var moved = new Dictionary<string, long>(parameter.Labels, StringComparer.Ordinal);
        foreach (var label in labels)
        {
            moved[label] = version;
        }

        var after = parameter with { Labels = moved };
        return after.LabelsOf(version).Count <= MostOfAVersion
            ? after
            : throw ParameterErrors.Is(
                "ParameterVersionLabelLimitExceededException", $"A parameter version can have maximum {MostOfAVersion} labels. Move one or more labels to another version and try again.");
    }
}
