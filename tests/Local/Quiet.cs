using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Guarding;
using Sluice.Local.Host.Storage;

namespace Sluice.Local.Tests;

/// <summary>What tells of faults, for tests that are about something else.</summary>
internal static class Quiet
{
    public static Unattended Unattended(TimeProvider time) => new(NullLogger.Instance, time);

    /// <summary>A disk that is well.</summary>
    public static StorageHealth Storage(TimeProvider time) => new("data", static () => { }, static _ => { }, time);
}
