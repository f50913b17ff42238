using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Platform.SigV4;

/// <summary>The one text that client and server make of a request.</summary>
internal static class CanonicalRequest
{
    public static string Write(ApiRequest request, Signature signature)
    {
        var text = new StringBuilder(512)
            .Append(request.Method).Append('\n')
            .Append(CanonicalPath.Write(request.Path)).Append('\n');
        AppendQuery(text, request.Query, signature.IsPresigned);
        text.Append('\n');
        foreach (var name in signature.SignedHeaders.Split(';'))
        {
            text.Append(name).Append(':');
            AppendHeader(text, request.Headers, name);
            text.Append('\n');
        }

        return text.Append('\n').Append(signature.SignedHeaders).Append('\n').Append(PayloadHash(request, signature)).ToString();
    }

    private static void AppendQuery(StringBuilder text, string query, bool isPresigned)
    {
        var parameters = QueryParameters.Parse(query)
            .Where(parameter => !isPresigned || parameter.Name != QuerySignature.SignatureName)
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ThenBy(parameter => parameter.Value, StringComparer.Ordinal);
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

    /// <summary>
    /// The hash that is signed is that of the body that came; only a signed header may say that the body is not signed. Of a body that is still to come it is the hash that
    /// the request says, which is held against the body as that is read.
    /// </summary>
    private static string PayloadHash(ApiRequest request, Signature signature)
    {
        var isUnsigned = request.Header(SignedContent.HashHeader) == SignedContent.Unsigned;
        return isUnsigned && signature.Signs("x-amz-content-sha256") ? SignedContent.Unsigned
            : request.Content is not null && !isUnsigned ? SignedContent.Hash(request)
            : Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));
    }
}
