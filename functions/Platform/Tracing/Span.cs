namespace Sluice.Platform.Tracing;

/// <summary>Something that took time and is over.</summary>
/// <param name="Context">Its trace and its id.</param>
/// <param name="ParentSpanId">What it is a part of; null for the root.</param>
/// <param name="Name">For people.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
public sealed record Span(SpanContext Context, string? ParentSpanId, string Name, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Whether somebody asked for it, or it is a part of something.</summary>
    public SpanKind Kind { get; init; } = SpanKind.Internal;

    /// <summary>In the order in which they are told.</summary>
    public IReadOnlyList<SpanAttribute> Attributes { get; init; } = [];

    /// <summary>Whether it failed.</summary>
    public bool IsError { get; init; }

    /// <summary>Why it failed, as the API shows it; null if there is nothing to say.</summary>
    public string? Message { get; init; }

    /// <summary>Spans that it has to do with, of other traces.</summary>
    public IReadOnlyList<SpanContext> Links { get; init; } = [];

    /// <summary>A part of a span, by its name in it.</summary>
    public static Span PartOf(SpanContext whole, string name, DateTimeOffset start, DateTimeOffset end, params IReadOnlyList<string> key) => new(whole.Part(key), whole.SpanId, name, start, end);
}
