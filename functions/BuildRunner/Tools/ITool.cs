namespace Sluice.BuildRunner.Tools;

/// <summary>A program that a build's commands can call and that is carried out here, outside their container.</summary>
internal interface ITool
{
    /// <summary>What the scripts call it by.</summary>
    string Name { get; }

    /// <exception cref="ToolException">It cannot be done.</exception>
    Task<ToolAnswer> RunAsync(ToolCall call, CancellationToken cancellationToken);
}
