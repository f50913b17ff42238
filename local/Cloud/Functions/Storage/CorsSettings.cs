namespace Sluice.Local.Cloud.Functions.Storage;

/// <summary>Lambda's Cors: whose pages in browsers may call a function URL, and how. What is null says nothing.</summary>
/// <param name="MaxAge">Seconds, 0 to 86400.</param>
internal sealed record CorsSettings(
    bool? AllowCredentials,
    IReadOnlyList<string>? AllowHeaders,
    IReadOnlyList<string>? AllowMethods,
    IReadOnlyList<string>? AllowOrigins,
    IReadOnlyList<string>? ExposeHeaders,
    int? MaxAge)
{
    /// <summary>Settings that say nothing are none, as Lambda has it.</summary>
    public CorsSettings? OrNone() => this is { AllowCredentials: null, AllowHeaders: null, AllowMethods: null, AllowOrigins: null, ExposeHeaders: null, MaxAge: null } ? null : this;
}
