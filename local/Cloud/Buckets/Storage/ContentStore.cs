using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Storage;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>
/// The bytes of objects, each in a place of its own that is never written twice. While nothing refers to some, a loose end in the table does: before they are there, and after they were replaced. So nothing that is
/// referred to is missing, and what a crash leaves is found by its loose end.
/// </summary>
internal sealed class ContentStore(IObjectStore files, ITable table, IIds ids)
{
    private static readonly JsonObject Nothing = [];

    /// <summary>Stores the bytes whole; they are loose.</summary>
    /// <returns>Where they are.</returns>
    public async Task<string> WriteAsync(Stream bytes, CancellationToken cancellationToken)
    {
        var content = ids.Uuid();
        await table.PutAsync(Loosen(content), cancellationToken);
        try
        {
            await files.PutAsync(Place(content), bytes, cancellationToken);
            return content;
        }
        catch
        {
            await ForgetAsync(content);
            throw;
        }
    }

    /// <exception cref="ObjectNotFoundException">They were taken away.</exception>
    public Task<Stream> OpenAsync(string content, CancellationToken cancellationToken) => files.OpenAsync(Place(content), cancellationToken);

    /// <summary>The write that says that something refers to the bytes from now on.</summary>
    public static DeleteItem Tied(string content) => new(BucketKeys.LooseContent(content));

    /// <summary>The write that says that nothing does any more.</summary>
    public static PutItem Loosen(string content) => new(BucketKeys.LooseContent(content), (JsonObject)Nothing.DeepClone());

    /// <summary>Takes bytes away that nothing refers to.</summary>
    public async Task RemoveAsync(string content)
    {
        await files.DeleteAsync(Place(content));
        await table.DeleteAsync(Tied(content));
    }

    /// <summary>The store keeps nothing of what did not come to its end. On a full disk the loose end stays until the next start.</summary>
    private async Task ForgetAsync(string content)
    {
        try
        {
            await table.DeleteAsync(Tied(content), CancellationToken.None);
        }
        catch (Exception e) when (StorageFault.In(e))
        {
        }
    }

    /// <summary>Takes bytes away unless something refers to them: after a change that failed, however far it came.</summary>
    public async Task RemoveIfLooseAsync(string content)
    {
        if (await table.GetAsync(BucketKeys.LooseContent(content)) is not null)
        {
            await RemoveAsync(content);
        }
    }

    private static ObjectRef Place(string content) => new(BucketNames.Contents, content);
}
