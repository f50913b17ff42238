using Sluice.Packages.Formats.Swift.Archives;
using Sluice.Packages.Formats.Swift.Names;
using Sluice.Packages.Formats.Swift.Publishing;
using Sluice.Packages.Formats.Swift.Releases;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Swift;

/// <summary>A registry as Swift's package manager speaks to it: SE-0292 and SE-0391, version 1 of the registry's API.</summary>
internal sealed class SwiftFormat(ReleaseList releases, ReleaseFiles files, Identifiers identifiers, PublishRelease publish) : IPackageFormat
{
    private const string Zip = ".zip";
    private const string Json = ".json";

    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.swift;

    /// <inheritdoc/>
    public Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken) =>
        ApiVersion.FaultOf(request.Http.Header("Accept")) is var (status, fault) ? Task.FromResult(SwiftAnswers.Problem(status, fault))
        : (request.Http.Method, request.Segments) switch
        {
            ("POST", ["login"]) => Task.FromResult(SwiftAnswers.Empty(200)),
            ("GET" or "HEAD", ["identifiers"]) => identifiers.AnswerAsync(request, cancellationToken),
            (_, [var scope, var name, .. var rest]) => SwiftName.Read(scope, Without(name, rest.Length == 0 ? Json : null)) is { } read
                ? OfPackageAsync(request, read, rest, cancellationToken) : Task.FromResult(SwiftAnswers.Problem(400, $"The package's name is none: {SwiftName.Expected}.")),
            _ => Task.FromResult(Nothing(request)),
        };

    /// <inheritdoc/>
    public ApiResponse Refuse(int status, string message) => SwiftAnswers.Problem(status, message);

    private Task<ApiResponse> OfPackageAsync(FormatRequest request, SwiftName name, string[] rest, CancellationToken cancellationToken)
    {
        var id = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.swift, PackageNames.KeptNamespace(PackageFormat.swift, name.Scope), PackageNames.Kept(PackageFormat.swift, name.Name));
        return (request.Reads ? "GET" : request.Http.Method, rest) switch
        {
            ("GET", []) => releases.AllAsync(request, id, cancellationToken),
            ("GET", [var version]) when version.EndsWith(Zip, StringComparison.OrdinalIgnoreCase) => files.ArchiveAsync(id, version[..^Zip.Length], cancellationToken),
            ("GET", [var version]) => releases.OneAsync(request, id, Without(version, Json), cancellationToken),
            ("GET", [var version, SwiftManifest.Main]) => files.ManifestAsync(request, id, version, cancellationToken),
            ("PUT", [var version]) => publish.AnswerAsync(request, name, id, version, cancellationToken),
            (_, [_]) => Task.FromResult(SwiftAnswers.Empty(405, new KeyValuePair<string, string>("Allow", "GET, HEAD, PUT"))),
            _ => Task.FromResult(Nothing(request)),
        };
    }

    private static ApiResponse Nothing(FormatRequest request) => SwiftAnswers.Problem(404, $"There is nothing here. Packages are at {request.Address}SCOPE/NAME.");

    private static string Without(string text, string? end) => end is not null && text.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? text[..^end.Length] : text;
}
