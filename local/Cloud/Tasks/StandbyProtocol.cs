namespace Sluice.Local.Cloud.Tasks;

/// <summary>How a program is started before its task is known: it is given the task's own variables later, as a line of JSON on its input.</summary>
/// <param name="Variable">The variable that tells it so.</param>
/// <param name="Ready">The line by which it says that it is ready.</param>
public sealed record StandbyProtocol(string Variable, string Ready);
