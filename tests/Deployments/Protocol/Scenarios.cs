namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Together these walk every transition of the machine.</summary>
internal static partial class Scenarios
{
    // What most deployments begin with, and what each step is.
    private const string Published = "ClaimTarget WhatClaimSays PublishFunctions IsPackaged UpdateCode ReadVersion";
    private const string Planned = $"{Published} ReadTraffic ReadCurrentVersion PlanShift WhatPlanSays";
    private const string Decided = "ReadAlarms NextStep WhatNext";
    private const string Step = $"{Decided} SetWeight Bake";
    private const string Begun = $"{Planned} {Step}";
    private const string Restored = "PlanRollback WhatToRestore RestoreTraffic PlanRollback WhatToRestore";
    private const string Refused = "PlanRollback WhatToRestore Ended";
    private const string Succeeded = $"{Decided} Ended";
    private const string ReadFirst = "PlanRollback WhatToRestore ReadTrafficToRestore PlanRollback WhatToRestore";

    public static IReadOnlyList<Scenario> All { get; } = [.. Preparing(), .. Shifting(), .. Hooking(), .. RollingBack(), .. FirstDeployments(), .. Judging(), .. Counting(), .. Pausing(), .. Watching(), .. Returning(), .. HandingOver()];

    private static Scenario Fails(string state, string path, string error = "Lambda.SdkClientException") => new($"{state} fails")
    {
        Arrange = (_, moments) => moments.Fail(state, error),
        Outcome = DeploymentOutcome.Failed,
        Alias = "1",
        Says = "as the test wants it",
        Path = path,
    };
}
