using Sluice.Platform.Ids;

namespace Sluice.World;

/// <summary>The same ids in every run: 1, 2, 3 …</summary>
internal sealed class CountingIds : IIds
{
    private int _last;

    public string Uuid() => $"00000000-0000-0000-0000-{Interlocked.Increment(ref _last):D12}";

    public string DeploymentId() => $"d-{Interlocked.Increment(ref _last):D9}";

    public string Secret() => $"{Interlocked.Increment(ref _last):x32}";
}
