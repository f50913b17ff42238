using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Maven;

/// <summary>A repository as Maven, Gradle and their like know it: files in folders, with checksums beside them and lists of versions.</summary>
internal sealed class MavenFormat(MavenFiles files, MavenLists lists, MavenPut put, MavenFinish finish) : IPackageFormat
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.maven;

    /// <inheritdoc/>
    public Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        if (!request.Reads && request.Http.Method is not "PUT")
        {
            return Task.FromResult(FormatAnswers.Of(405, "text/plain", default, KeyValuePair.Create("Allow", "GET, HEAD, PUT")));
        }

        if (MavenPath.Read(request.Segments) is not { } path)
        {
            return Task.FromResult(FormatAnswers.Text(request.Reads ? 404 : 400, $"{MavenPath.Expected} is expected after {request.Address}.\n"));
        }

        var id = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.maven, path.Group, path.Artifact);
        return request.Reads ? ReadAsync(request, id, path, cancellationToken) : WriteAsync(request, id, path, cancellationToken);
    }

    /// <inheritdoc/>
    public ApiResponse Refuse(int status, string message) => FormatAnswers.Refused(status, message);

    private Task<ApiResponse> ReadAsync(FormatRequest request, PackageId id, MavenPath path, CancellationToken cancellationToken) =>
        path.IsMetadata ? lists.AnswerAsync(id, path, cancellationToken) : files.AnswerAsync(request, id, path, cancellationToken);

    private Task<ApiResponse> WriteAsync(FormatRequest request, PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Publishes);
        return path switch
        {
            { Checksum: not null } => put.ChecksumAsync(request, id, path, cancellationToken),
            { IsMetadata: true } => finish.AnswerAsync(request, id, path, cancellationToken),
            _ => put.FileAsync(request, id, path, cancellationToken),
        };
    }
}
