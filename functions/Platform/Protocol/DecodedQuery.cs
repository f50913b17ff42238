namespace Sluice.Platform.Protocol;

/// <summary>The parameters of a query or a form, in the order in which they came; one that was sent twice is there twice.</summary>
internal static class DecodedQuery
{
    /// <param name="query">As it was sent, without the question mark.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(string query) =>
        query.Length == 0 ? [] : [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)];

    /// <summary>The first value of a name; null if there is none.</summary>
    public static string? First(IReadOnlyList<(string Name, string Value)> parameters, string name) =>
        parameters.FirstOrDefault(parameter => parameter.Name == name).Value;

    private static (string Name, string Value) Parameter(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (Decoded(text), "") : (Decoded(text[..equals]), Decoded(text[(equals + 1)..]));
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
