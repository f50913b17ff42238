namespace Sluice.Local.StateMachines.Histories;

/// <summary>The names that things of this machine have.</summary>
internal static class Arns
{
    internal const string Role = "arn:aws:iam::123456789012:role/sluice-state-machines";
    internal const string Region = "us-east-1";
    private const string States = $"arn:aws:states:{Region}:123456789012";

    internal static string StateMachine(string name) => $"{States}:stateMachine:{name}";

    internal static string Execution(string machine, string name) => $"{States}:execution:{machine}:{name}";
}
