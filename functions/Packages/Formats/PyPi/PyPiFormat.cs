using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Formats.PyPi.Projects;
using Sluice.Packages.Formats.PyPi.Uploads;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.PyPi;

/// <summary>A registry as pip, uv, twine and their like speak to it: PEP 503, 592, 658, 691, 700 and 714, PyPI's documents in JSON, and its upload.</summary>
internal sealed class PyPiFormat(ProjectPages pages, ProjectFiles files, UploadFile upload) : IPackageFormat
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.pypi;

    /// <inheritdoc/>
    public Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken) => request switch
    {
        { Reads: true } => ReadAsync(request, cancellationToken),
        { Http.Method: "POST", Path: "" or "legacy/" } => upload.AnswerAsync(request, cancellationToken),
        { Http.Method: "POST" } => Task.FromResult(FormatAnswers.Text(404, $"Files are uploaded by POST to {request.Address}, as twine upload --repository-url does.\n")),
        _ => Task.FromResult(FormatAnswers.Of(405, "text/plain", default, KeyValuePair.Create("Allow", "GET, HEAD, POST"))),
    };

    /// <inheritdoc/>
    public ApiResponse Refuse(int status, string message) => FormatAnswers.Refused(status, message);

    private Task<ApiResponse> ReadAsync(FormatRequest request, CancellationToken cancellationToken) => request.Segments switch
    {
        ["simple"] => Task.FromResult(Moved($"{request.Address}simple/")),
        ["simple", ""] => pages.AllAsync(request, cancellationToken),
        ["simple", var name] when PyName.IsValid(name) => Task.FromResult(Moved($"{request.Address}simple/{PyName.Normalised(name)}/")),
        ["simple", var name, ""] when PyName.IsValid(name) => PyName.Normalised(name) is var normal && normal == name ? pages.ProjectAsync(request, Id(request, name), cancellationToken) : Task.FromResult(Moved($"{request.Address}simple/{normal}/")),
        ["simple", var name, var version, var file] when PyName.IsValid(name) => files.AnswerAsync(request, Id(request, name), version, file, cancellationToken),
        ["pypi", var name, "json"] when PyName.IsValid(name) => pages.DocumentAsync(request, Id(request, name), null, cancellationToken),
        ["pypi", var name, var version, "json"] when PyName.IsValid(name) => pages.DocumentAsync(request, Id(request, name), version, cancellationToken),
        _ => Task.FromResult(FormatAnswers.Text(404, $"There is nothing here. Projects are at {request.Address}simple/NAME/.\n")),
    };

    private static PackageId Id(FormatRequest request, string name) => new(request.Repository.Domain, request.Repository.Name, PackageFormat.pypi, null, PyName.Normalised(name));

    private static ApiResponse Moved(string address) => new(301, [KeyValuePair.Create("Location", address)], default);
}
