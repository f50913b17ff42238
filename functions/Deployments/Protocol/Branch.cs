namespace Sluice.Deployments.Protocol;

/// <summary>The words that the machine's Choices know.</summary>
internal static class Branch
{
    public const string Publish = "Publish";
    public const string Wait = "Wait";
    public const string PutAlarm = "PutAlarm";
    public const string ReadAlarms = "ReadAlarms";
    public const string ReadMetrics = "ReadMetrics";
    public const string Hook = "Hook";
    public const string Create = "Create";
    public const string Shift = "Shift";
    public const string ReadBack = "ReadBack";
    public const string Read = "Read";
    public const string Restore = "Restore";
    public const string Remove = "Remove";
    public const string Install = "Install";
    public const string Promote = "Promote";
    public const string Await = "Await";
    public const string Look = "Look";
    public const string ScaleDown = "ScaleDown";
    public const string Delete = "Delete";
    public const string HandOver = "HandOver";
    public const string DeleteAlarm = "DeleteAlarm";
    public const string End = "End";
}
