using Sluice.Platform.Objects;

namespace Sluice.Packages.Tests.Kills;

/// <summary>Dying at a read is dying after the write before it, so only writes count.</summary>
internal sealed class CrashingObjects(IObjectStore inner, Crashes crashes) : IObjectStore
{
    public Task PutAsync(ObjectRef target, Stream content, CancellationToken cancellationToken = default) => crashes.Around(async () =>
    {
        await inner.PutAsync(target, content, cancellationToken);
        return true;
    });

    public Task PutAsync(ObjectRef target, Stream content, ObjectSettings settings, CancellationToken cancellationToken = default) => crashes.Around(async () =>
    {
        await inner.PutAsync(target, content, settings, cancellationToken);
        return true;
    });

    public Task<Stream> OpenAsync(ObjectRef source, CancellationToken cancellationToken = default) => inner.OpenAsync(source, cancellationToken);

    public Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken = default) => inner.ExistsAsync(source, cancellationToken);

    public Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken = default) => crashes.Around(async () =>
    {
        await inner.DeleteAsync(target, cancellationToken);
        return true;
    });
}
