using System.Text;

namespace Sluice.Signing;

/// <summary>The one text that client and server make of a request.</summary>
public static class CanonicalRequest
{
    /// <summary>Method, path, query, signed headers and the body's hash, each in its one form and on its own line.</summary>
    public static string Write(SignableRequest request)
    {
        var text = new StringBuilder(512)
            .Append(request.Method).Append('\n')
            .Append(request.KeepsPath ? CanonicalPath.Keep(request.Path) : CanonicalPath.Write(request.Path)).Append('\n');
        AppendQuery(text, request.Query);
        text.Append('\n');
        foreach (var name in request.SignedHeaders.Split(';'))
        {
            text.Append(name).Append(':');
            AppendHeader(text, request.Headers, name);
            text.Append('\n');
        }

        return text.Append('\n').Append(request.SignedHeaders).Append('\n').Append(request.PayloadHash).ToString();
    }

    private static void AppendQuery(StringBuilder text, IEnumerable<QueryParameter> query)
    {
        var parameters = query.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ThenBy(parameter => parameter.Value, StringComparer.Ordinal);
        text.AppendJoin('&', parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"));
    }

    /// <summary>Values of one name are joined in the order in which they came, each trimmed and with single spaces.</summary>
    private static void AppendHeader(StringBuilder text, IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        var isFirst = true;
        foreach (var (_, value) in headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            _ = isFirst ? text : text.Append(',');
            AppendTrimmed(text, value);
            isFirst = false;
        }
    }

    private static void AppendTrimmed(StringBuilder text, string value)
    {
        var wasSpace = false;
        foreach (var c in value.AsSpan().Trim())
        {
            var isSpace = c is ' ' or '\t';
            _ = isSpace && wasSpace ? text : text.Append(isSpace ? ' ' : c);
            wasSpace = isSpace;
        }
    }
}
