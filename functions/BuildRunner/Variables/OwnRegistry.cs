namespace Sluice.BuildRunner.Variables;

/// <summary>Which images are the suite's own: those at its address. Pure.</summary>
/// <param name="Domain">Whose registry it is.</param>
/// <param name="IsPlain">Whether it is on this machine, without TLS.</param>
internal sealed record OwnRegistry(string Domain, bool IsPlain)
{
    private const int LeastParts = 4;
    private static readonly string[] _endpoints = ["AWS_ENDPOINT_URL_CODEARTIFACT", "AWS_ENDPOINT_URL"];

    /// <summary>The registry that an image is in; null if it is another's.</summary>
    /// <param name="image"><c>HOST/DOMAIN/REPOSITORY/IMAGE</c>, for images of the suite.</param>
    /// <param name="machine">The machine's environment, which says where the suite is.</param>
    public static OwnRegistry? Read(string? image, IReadOnlyDictionary<string, string> machine) =>
        image?.Split('/') is { Length: >= LeastParts } parts && Endpoint(machine) is { } endpoint && IsAt(endpoint, parts[0])
            ? new OwnRegistry(parts[1], endpoint is { Scheme: "http", IsLoopback: true }) : null;

    private static Uri? Endpoint(IReadOnlyDictionary<string, string> machine) =>
        Uri.TryCreate(_endpoints.Select(name => machine.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrEmpty(value)), UriKind.Absolute, out var endpoint) ? endpoint : null;

    /// <summary>A machine has several names for itself.</summary>
    private static bool IsAt(Uri endpoint, string host) => Uri.TryCreate($"{endpoint.Scheme}://{host}/", UriKind.Absolute, out var asked)
        && asked.Port == endpoint.Port && (asked.Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase) || (asked.IsLoopback && endpoint.IsLoopback));
}
