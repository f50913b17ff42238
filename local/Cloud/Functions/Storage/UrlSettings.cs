namespace Sluice.Local.Cloud.Functions.Storage;

/// <summary>A function's URL, or an alias's.</summary>
/// <param name="Id">32 lower-case letters and digits, of which the URL is made. It never changes.</param>
/// <param name="AuthType"><see cref="Open"/> or <see cref="Signed"/>.</param>
/// <param name="InvokeMode"><see cref="Buffered"/> or <see cref="Streamed"/>.</param>
internal sealed record UrlSettings(string Id, string AuthType, CorsSettings? Cors, string InvokeMode, DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt)
{
    public const string Open = "NONE";
    public const string Signed = "AWS_IAM";
    public const string Buffered = "BUFFERED";
    public const string Streamed = "RESPONSE_STREAM";
}
