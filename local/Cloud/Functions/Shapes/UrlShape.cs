using System.Globalization;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Shapes;

/// <summary>Lambda's FunctionUrlConfig.</summary>
/// <param name="LastModifiedTime">Null in the answer to its creation.</param>
internal sealed record UrlShape(
    string FunctionUrl, string FunctionArn, string AuthType, CorsSettings? Cors, string CreationTime, string? LastModifiedTime, string InvokeMode)
{
    public static UrlShape Of(string functionUrl, string functionArn, UrlSettings url) => new(
        functionUrl, functionArn, url.AuthType, url.Cors, Text(url.CreatedAt), Text(url.ModifiedAt), url.InvokeMode);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
