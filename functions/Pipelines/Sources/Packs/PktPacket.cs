namespace Sluice.Pipelines.Sources.Packs;

/// <summary>One packet: a line, or one of the marks between them.</summary>
/// <param name="Content">Without its length; empty for a mark.</param>
/// <param name="IsEnd">A flush packet.</param>
/// <param name="IsMark">Any mark.</param>
internal sealed record PktPacket(byte[] Content, bool IsEnd, bool IsMark)
{
    /// <summary>As a line of text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Content).TrimEnd('\n');
}
