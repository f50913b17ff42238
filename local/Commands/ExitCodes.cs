namespace Sluice.Local.Commands;

/// <summary>What a command's exit status says.</summary>
internal static class ExitCodes
{
    public const int Succeeded = 0;
    public const int OurFault = 1;

    /// <summary>A suite that was asked refused, or could not be asked.</summary>
    public const int Refused = 1;
    public const int WrongUsage = 2;
    public const int RolledBack = 3;
    public const int Failed = 4;
    public const int Dirty = 5;

    /// <summary>The disk took no writes: what was asked for is not recorded, or not carried out yet.</summary>
    public const int NotRecorded = 6;

    /// <summary>128 and SIGINT's number, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>The status for a deployment's end.</summary>
    public static int ForOutcome(string? outcome) => outcome switch
    {
        "Succeeded" => Succeeded,
        "RolledBack" => RolledBack,
        "Dirty" => Dirty,
        _ => Failed,
    };
}
