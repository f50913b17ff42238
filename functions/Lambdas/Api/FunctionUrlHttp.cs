namespace Sluice.Lambdas.Api;

/// <summary>The HTTP of a request to a function URL.</summary>
public sealed record FunctionUrlHttp(string Method, string? SourceIp = null);
