namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>SNS's tries for queues and functions: three at once, two after a second, ten with a growing pause, and then every 20 seconds for 23 days.</summary>
internal static class MachineRetries
{
    private const int AtOnce = 3;
    private const int AfterASecond = 2;
    private const int Growing = 10;
    private const int Most = 100_015;
    private const double Longest = 20;

    /// <summary>How long to wait after a failure; null if it was the last try.</summary>
    public static TimeSpan? Pause(int failures) => failures switch
    {
        <= AtOnce => TimeSpan.Zero,
        <= AtOnce + AfterASecond => TimeSpan.FromSeconds(1),
        <= AtOnce + AfterASecond + Growing => TimeSpan.FromSeconds(Math.Pow(Longest, (failures - AtOnce - AfterASecond) / (double)Growing)),
        <= Most => TimeSpan.FromSeconds(Longest),
        _ => null,
    };
}
