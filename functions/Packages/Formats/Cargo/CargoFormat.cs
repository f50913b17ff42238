using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Formats.Cargo.Publishing;
using Sluice.Packages.Formats.Cargo.Reading;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Platform.Json;

namespace Sluice.Packages.Formats.Cargo;

/// <summary>A registry as cargo speaks to it: a sparse index, and the web API.</summary>
internal sealed class CargoFormat(CrateIndex index, CrateFiles files, CrateSearch search, PublishCrate publish, ListVersion list) : IPackageFormat
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.cargo;

    /// <inheritdoc/>
    public Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken) => (request.Http.Method, request.Segments) switch
    {
        (_, ["config.json"]) when request.Reads => Task.FromResult(Json(Config(request))),
        (_, ["api", "v1", "crates"]) when request.Reads => SearchAsync(request, cancellationToken),
        ("PUT", ["api", "v1", "crates", "new"]) => PublishAsync(request, cancellationToken),
        (_, ["api", "v1", "crates", var name, var version, "download"]) when request.Reads => files.AnswerAsync(request, Checked(name), version, cancellationToken),
        ("DELETE", ["api", "v1", "crates", var name, var version, "yank"]) => ListAsync(request, Checked(name), version, listed: false, cancellationToken),
        ("PUT", ["api", "v1", "crates", var name, var version, "unyank"]) => ListAsync(request, Checked(name), version, listed: true, cancellationToken),
        (_, ["api", "v1", "crates", _, "owners"]) => throw PackageErrors.Invalid("Crates have no owners here: who may publish is said by the roles of keys and by the origin controls of packages."),
        _ when request.Reads && CrateName.OfIndexPath(request.Path) is { } name => IndexAsync(request, name, cancellationToken),
        _ => throw new ApiException(PackageErrors.NotFoundCode, $"Cargo's registry has nothing at {request.Http.Method} {request.Address}{request.Path}."),
    };

    /// <inheritdoc/>
    public ApiResponse Refuse(int status, string message) =>
        FormatAnswers.Of(status, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["detail"] = message }) }, SluiceJson.Options));

    private static JsonObject Config(FormatRequest request) => new() { ["dl"] = $"{request.Address}api/v1/crates", ["api"] = request.Address.TrimEnd('/'), ["auth-required"] = true };

    private async Task<ApiResponse> IndexAsync(FormatRequest request, string name, CancellationToken cancellationToken) =>
        (await index.GetAsync(request, name, cancellationToken) ?? throw PackageErrors.NoPackage(CrateName.In(request.Repository, name))).Answer(request.Http);

    private async Task<ApiResponse> SearchAsync(FormatRequest request, CancellationToken cancellationToken) => Json(await search.RunAsync(request, cancellationToken));

    private async Task<ApiResponse> PublishAsync(FormatRequest request, CancellationToken cancellationToken) => Json(await publish.RunAsync(request, cancellationToken));

    private async Task<ApiResponse> ListAsync(FormatRequest request, string name, string version, bool listed, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.ChangesStatus);
        await list.RunAsync(CrateName.In(request.Repository, name), version, listed, cancellationToken);
        return Json(new JsonObject { ["ok"] = true });
    }

    private static string Checked(string name) => CrateName.IsValid(name) ? name : throw new ApiException(PackageErrors.NotFoundCode, $"There is no crate of this name: {CrateName.Expected} were expected.");

    private static ApiResponse Json(JsonObject answer) => FormatAnswers.Of(200, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(answer));
}
