namespace Sluice.Signing;

/// <summary>Splits a query into parameters and encodes them all in the one way of the canonical request.</summary>
public static class QueryParameters
{
    /// <param name="query">As it is sent, without the question mark.</param>
    public static IReadOnlyList<QueryParameter> Parse(string query) =>
        query.Length == 0 ? [] : [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)];

    private static QueryParameter Parameter(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new QueryParameter(Encode(text), "") : new QueryParameter(Encode(text[..equals]), Encode(text[(equals + 1)..]));
    }

    /// <summary>What comes may be encoded more or less than it must; a plus is a space in a query.</summary>
    private static string Encode(string text) => UriEncoding.Encode(Uri.UnescapeDataString(text.Replace('+', ' ')), keepSlash: false);
}
