using Sluice.Platform.Objects;

namespace Sluice.Packages.Tests.Clients;

/// <summary>A store as S3 is one: contents have addresses there, at another host than the registry's, and who brings an <c>Authorization</c> beside the address's own right is refused.</summary>
internal sealed class OtherStore : IAsyncDisposable
{
    private const string Right = "X-Amz-Signature=right";
    private readonly List<string> _seen = [];
    private LoopbackServer? _server;

    /// <summary>What was asked for and answered: status, and who asked.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_seen)
            {
                return [.. _seen];
            }
        }
    }

    /// <param name="objects">That are in it, once somebody asks.</param>
    public static async Task<OtherStore> StartAsync(Func<MemoryObjects> objects)
    {
        var store = new OtherStore();
        store._server = await LoopbackServer.StartAsync(async http =>
        {
            var status = http.Request.QueryString.Value?.Contains(Right, StringComparison.Ordinal) != true ? 403 : http.Request.Headers.ContainsKey("Authorization") ? 400 : 200;
            lock (store._seen)
            {
                store._seen.Add($"{status} {http.Request.Headers.UserAgent}");
            }

            http.Response.StatusCode = status;
            if (status == 200)
            {
                var content = objects()[new ObjectRef(http.Request.Path.Value!.Split('/')[1], Uri.UnescapeDataString(http.Request.Path.Value.Split('/', 3)[2]))];
                http.Response.ContentLength = content.Length;
                await http.Response.Body.WriteAsync(content, http.RequestAborted);
            }
        });
        return store;
    }

    /// <summary>The objects, with addresses.</summary>
    public IObjectStore Of(IObjectStore objects) => new LinkedObjects(objects, source => new Uri($"http://localhost:{_server!.Url.Port}/{source.Bucket}/{source.Key}?{Right}"));

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private sealed class LinkedObjects(IObjectStore inner, Func<ObjectRef, Uri> link) : IObjectStore
    {
        public async Task<Stream> StreamAsync(ObjectRef source, CancellationToken cancellationToken = default)
        {
            await using var content = await inner.OpenAsync(source, cancellationToken);
            var linked = new LinkedContent(link(source));
            await content.CopyToAsync(linked, cancellationToken);
            linked.Position = 0;
            return linked;
        }

        public Task PutAsync(ObjectRef target, Stream content, CancellationToken cancellationToken = default) => inner.PutAsync(target, content, cancellationToken);

        public Task PutAsync(ObjectRef target, Stream content, ObjectSettings settings, CancellationToken cancellationToken = default) => inner.PutAsync(target, content, settings, cancellationToken);

        public Task<Stream> OpenAsync(ObjectRef source, CancellationToken cancellationToken = default) => inner.OpenAsync(source, cancellationToken);

        public Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken = default) => inner.ExistsAsync(source, cancellationToken);

        public Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken = default) => inner.DeleteAsync(target, cancellationToken);
    }

    private sealed class LinkedContent(Uri link) : MemoryStream, IStoredContent
    {
        public long Size => Length;

        public Uri Link(DateTimeOffset until, string contentType) => link;
    }
}
