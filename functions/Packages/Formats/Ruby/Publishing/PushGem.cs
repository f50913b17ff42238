using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Ruby.Archives;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Ruby.Publishing;

/// <summary>Takes what <c>gem push</c> sends. It is stored, and its version published, once all of it was found to be good.</summary>
internal sealed class PushGem(ContentStore contents, PackageStore packages, GemPublisher publisher)
{
    /// <summary>How many bytes a gem may have.</summary>
    public const long MostBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Safe to repeat with the same bytes.</summary>
    /// <exception cref="ApiException">It is refused: nothing of it is there then.</exception>
    public async Task<ApiResponse> RunAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Publishes);
        await using var scratch = Scratch.Open();
        var content = await ReceiveAsync(request, scratch, cancellationToken);
        var gem = await ReadAsync(scratch, cancellationToken);
        var file = gem.Spec.File;
        var id = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.ruby, null, file.Name);
        CheckBeside(file, await packages.VersionsAsync(id, cancellationToken));
        scratch.Position = 0;
        await contents.KeepAsync(id.Domain, scratch, content, cancellationToken);
        await publisher.PublishedAsync(id, gem, content, request.Caller.Name, cancellationToken);
        return FormatAnswers.Text(200, $"Successfully registered gem: {file.Name} ({file.Number})");
    }

    private static async Task<StoredContent> ReceiveAsync(FormatRequest request, Stream scratch, CancellationToken cancellationToken)
    {
        try
        {
            return await HashingCopy.RunAsync(request.Http.Content ?? Stream.Null, scratch, MostBytes, cancellationToken);
        }
        catch (ContentTooLargeException e)
        {
            throw PackageErrors.Invalid($"The gem is refused: {e.Message}");
        }
    }

    private static async Task<GemContents> ReadAsync(Stream gem, CancellationToken cancellationToken)
    {
        try
        {
            return await GemReader.ReadAsync(gem, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw PackageErrors.Invalid($"The gem is refused: it {e.Message}.");
        }
    }

    private static void CheckBeside(GemFile file, IReadOnlyList<StoredVersion> there)
    {
        var number = GemNumber.Read(file.Version);
        if (there.FirstOrDefault(version => version.Version != file.Version && number == GemNumber.Read(version.Version)) is { } other)
        {
            throw PackageErrors.Conflict($"The version {other.Version} of '{file.Name}' is there, and RubyGems takes {file.Version} for the same. Publish another version.");
        }
    }
}
