namespace Sluice.Packages.Rules;

/// <summary>As of which time the request under way resolves: that of its token. It goes with the request, so that no format need hand it on, and none can forget it.</summary>
internal sealed class PinnedTime
{
    private readonly AsyncLocal<DateTimeOffset?> _time = new();

    /// <summary>Null for now.</summary>
    public DateTimeOffset? Time => _time.Value;

    /// <summary>Holds for what the caller does from here on.</summary>
    public void Pin(DateTimeOffset? time) => _time.Value = time;
}
