namespace Sluice.Local.Host;

/// <summary>The Region and account that one machine plays, and the ARNs in them.</summary>
internal static class LocalAws
{
    public const string Region = "us-east-1";
    public const string AccountId = "123456789012";

    /// <summary>The suite's own bus, which is called as the stack.</summary>
    public const string SuiteBus = "sluice";

    public static string FunctionArn(string name) => $"arn:aws:lambda:{Region}:{AccountId}:function:{name}";

    public static string RoleArn(string name) => $"arn:aws:iam::{AccountId}:role/{name}";

    public static string StateMachineArn(string name) => $"arn:aws:states:{Region}:{AccountId}:stateMachine:{name}";
}
