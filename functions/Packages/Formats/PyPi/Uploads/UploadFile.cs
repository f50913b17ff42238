using Konscious.Security.Cryptography;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.PyPi.Archives;
using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Formats.PyPi.Projects;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.PyPi.Uploads;

/// <summary>Takes a file that somebody uploads. It is stored, and its version published, once all of it was found to be good.</summary>
internal sealed class UploadFile(ContentStore contents, PublishVersion publish, KeepFile keep, TimeProvider time)
{
    private const string Blake2Field = "blake2_256_digest";

    /// <exception cref="ApiException">It is refused.</exception>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Publishes);
        await using var form = await UploadFormReader.ReadAsync(request.Http, cancellationToken);
        Refuse(UploadRules.OfForm(form));
        var project = PyName.Normalised(form.Text("name")!);
        var file = PyFileName.Read(form.FileName!, project);
        Refuse(UploadRules.OfFile(form, file, form.Text(Blake2Field) is null ? null : await Blake2Async(form, cancellationToken)));
        var bytes = await MetadataAsync(form, file!, cancellationToken);
        await PublishAsync(request, form, file!, bytes, cancellationToken);
        return FormatAnswers.Text(200, "");
    }

    private async Task PublishAsync(FormatRequest request, UploadForm form, PyFileName file, byte[] metadata, CancellationToken cancellationToken)
    {
        var domain = request.Repository.Domain;
        form.File.Position = 0;
        await contents.KeepAsync(domain, form.File, form.Content!, cancellationToken);
        var beside = file.Kind is PyFileKind.Wheel ? await contents.WriteAsync(domain, metadata, cancellationToken) : null;
        var (id, version) = (new PackageId(domain, request.Repository.Name, PackageFormat.pypi, null, file.Project), file.Version.ToString());
        var listed = new PyFile(file.Text, version, FileFacts.Hashes(form.Content!.Hashes))
        {
            UploadedAt = FileFacts.Moment(time.GetUtcNow()),
            RequiresPython = CoreMetadataReader.Read(metadata).Text("Requires-Python"),
            Metadata = beside?.Hashes.Sha256,
        };
        var asset = new StoredAsset(file.Text, form.Content.Size, form.Content.Hashes) { Facts = FileFacts.Of(listed) };
        await publish.RunAsync(await keep.DescribedAsync(new Publication(id, version, [asset]) { TakesMore = true, By = request.Caller.Name }, file, metadata, cancellationToken), cancellationToken);
    }

    private static async Task<byte[]> MetadataAsync(UploadForm form, PyFileName file, CancellationToken cancellationToken)
    {
        try
        {
            form.File.Position = 0;
            var bytes = await MetadataFile.ReadAsync(form.File, file, cancellationToken);
            Refuse(UploadRules.OfMetadata(form, file, CoreMetadataReader.Read(bytes)));
            return bytes;
        }
        catch (InvalidDataException e)
        {
            throw PackageErrors.Invalid($"The upload is refused: '{file.Text}' {e.Message}.");
        }
    }

    private static async Task<string> Blake2Async(UploadForm form, CancellationToken cancellationToken)
    {
        using var blake2 = new HMACBlake2B(256);
        blake2.Initialize();
        form.File.Position = 0;
        return Convert.ToHexStringLower(await blake2.ComputeHashAsync(form.File, cancellationToken));
    }

    private static void Refuse(IEnumerable<string> faults)
    {
        if (faults.ToList() is { Count: > 0 } all)
        {
            throw PackageErrors.Invalid($"The upload is refused. {string.Join(". ", all)}.");
        }
    }
}
