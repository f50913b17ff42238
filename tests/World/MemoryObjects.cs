using System.Collections.Concurrent;
using System.Text.Json;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.World;

/// <summary>An object store that a test can look into.</summary>
internal sealed class MemoryObjects : IObjectStore
{
    private readonly ConcurrentDictionary<ObjectRef, byte[]> _objects = new();

    /// <summary>Thrown by every write.</summary>
    public Exception? Failure { get; set; }

    public IEnumerable<string> Keys => _objects.Keys.Select(reference => reference.Key);

    public IReadOnlyList<ObjectRef> All => [.. _objects.Keys];

    public byte[] this[ObjectRef reference]
    {
        get => _objects[reference];
        set => _objects[reference] = value;
    }

    public T Read<T>(ObjectRef reference) => JsonSerializer.Deserialize<T>(_objects[reference], SluiceJson.Options)!;

    public void Put<T>(ObjectRef target, T document) => _objects[target] = JsonSerializer.SerializeToUtf8Bytes(document, SluiceJson.Options);

    /// <summary>Stores bytes in the bucket <c>objects</c>.</summary>
    public ObjectRef Add(string key, byte[] content)
    {
        var target = new ObjectRef("objects", key);
        _objects[target] = content;
        return target;
    }

    public void Clear() => _objects.Clear();

    public async Task PutAsync(ObjectRef target, Stream content, CancellationToken cancellationToken = default)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        _objects[target] = copy.ToArray();
    }

    /// <summary>What objects were put with.</summary>
    public Dictionary<ObjectRef, ObjectSettings> Settings { get; } = [];

    /// <summary>Buckets that do not take anything.</summary>
    public HashSet<string> Closed { get; } = [];

    public async Task PutAsync(ObjectRef target, Stream content, ObjectSettings settings, CancellationToken cancellationToken = default)
    {
        if (Closed.Contains(target.Bucket))
        {
            throw new ObjectRefusedException(target, "Access Denied");
        }

        await PutAsync(target, content, cancellationToken);
        Settings[target] = settings;
    }

    public Task<Stream> OpenAsync(ObjectRef source, CancellationToken cancellationToken = default) =>
        _objects.TryGetValue(source, out var content) ? Task.FromResult<Stream>(new MemoryStream(content)) : throw new ObjectNotFoundException(source);

    public Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken = default) => Task.FromResult(_objects.ContainsKey(source));

    public Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken = default)
    {
        _objects.TryRemove(target, out _);
        return Task.CompletedTask;
    }
}
