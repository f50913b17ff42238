using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Platform.Actions;

/// <summary>
/// What actions are asked for and how they ended, on the way through the pipeline's machine. Step Functions carries 256 KiB in all, of everything that runs in a stage together; so what is long is stored, and the machine carries where it is.
/// </summary>
public sealed class ActionDocuments
{
    /// <summary>In bytes: of fifty actions at once, which is the most in a stage, all requests and all results have room.</summary>
    public const int LongestCarried = 2_048;

    // No pipeline's or project's name begins so.
    private const string Folder = "~actions/";

    private readonly IObjectStore _objects;
    private readonly IStateMachines _machines;
    private readonly SuiteBucket _bucket;

    internal ActionDocuments(IObjectStore objects, IStateMachines machines, SuiteBucket bucket) => (_objects, _machines, _bucket) = (objects, machines, bucket);

    /// <summary>Completes the pipeline's task with how its action ended. Safe to repeat.</summary>
    /// <returns>False if nobody waits with the token any more.</returns>
    public async Task<bool> CompleteAsync(string taskToken, ActionResult result, CancellationToken cancellationToken)
    {
        var document = JsonSerializer.SerializeToNode(result, SluiceJson.Options)!;
        var stored = await StoreAsync(document, cancellationToken);
        return await _machines.SucceedTaskAsync(taskToken, stored is null ? document : JsonSerializer.SerializeToNode(new StoredResult(result.Status, stored), SluiceJson.Options), cancellationToken);
    }

    /// <summary>The request with what was stored of it.</summary>
    /// <exception cref="ObjectNotFoundException">It is gone.</exception>
    public async Task<ActionRequest> WholeAsync(ActionRequest request, CancellationToken cancellationToken) =>
        request.Stored is { } place ? await ReadAsync<ActionRequest>(place, cancellationToken) with { TaskToken = request.TaskToken } : request;

    /// <summary>Stores a document that is too long to be carried; the same one is the same object.</summary>
    /// <returns>Where it is; null if it is short.</returns>
    public async Task<ObjectRef?> StoreAsync(JsonNode document, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, SluiceJson.Options);
        if (bytes.Length <= LongestCarried)
        {
            return null;
        }

        var place = new ObjectRef(_bucket.Name, $"{Folder}{NameOf(bytes)}");
        await _objects.PutAsync(place, new MemoryStream(bytes), cancellationToken);
        return place;
    }

    /// <exception cref="ObjectNotFoundException">It is gone.</exception>
    /// <exception cref="InvalidDataException">It is not what was stored: builds may write to the bucket.</exception>
    public async Task<T> ReadAsync<T>(ObjectRef place, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await using (var content = await _objects.OpenAsync(place, cancellationToken))
        {
            await content.CopyToAsync(copy, cancellationToken);
        }

        var bytes = copy.ToArray();
        return place.Key == $"{Folder}{NameOf(bytes)}" ? JsonSerializer.Deserialize<T>(bytes, SluiceJson.Options)! : throw new InvalidDataException($"What is at {place} is not what was stored there.");
    }

    private static string NameOf(byte[] document) => $"{Convert.ToHexStringLower(SHA256.HashData(document))}.json";

    private sealed record StoredResult(ActionStatus Status, ObjectRef Stored);
}
