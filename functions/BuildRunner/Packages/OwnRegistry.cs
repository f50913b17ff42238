namespace Sluice.BuildRunner.Packages;

/// <summary>Which images are the suite's own: those at the address of its packages. Pure.</summary>
/// <param name="Domain">Whose registry it is.</param>
/// <param name="IsPlain">Whether it is on this machine, without TLS.</param>
internal sealed record OwnRegistry(string Domain, bool IsPlain)
{
    private const int LeastParts = 4;

    /// <summary>The registry that an image is in; null if it is another's.</summary>
    /// <param name="image"><c>HOST/DOMAIN/REPOSITORY/IMAGE</c>, for images of the suite.</param>
    /// <param name="endpoint">Of the service that keeps packages.</param>
    public static OwnRegistry? Read(string? image, Uri endpoint) =>
        image?.Split('/') is { Length: >= LeastParts } parts && IsAt(endpoint, parts[0]) ? new OwnRegistry(parts[1], endpoint is { Scheme: "http", IsLoopback: true }) : null;

    /// <summary>A machine has several names for itself.</summary>
    private static bool IsAt(Uri endpoint, string host) => Uri.TryCreate($"{endpoint.Scheme}://{host}/", UriKind.Absolute, out var asked)
        && asked.Port == endpoint.Port && (asked.Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase) || (asked.IsLoopback && endpoint.IsLoopback));
}
