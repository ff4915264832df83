using System.Collections.Concurrent;
using System.Diagnostics;

namespace PromptKit.Tests.Sessions;

/// <summary>The spans that end below a test's own, of PromptKit and of Microsoft.Extensions.AI. Those of other tests are not among them.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly Activity _test = new Activity("test").Start();
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "PromptKit" or "Experimental.Microsoft.Extensions.AI",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _test.TraceId)
                {
                    _ended.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity Test => _test;

    public IEnumerable<Activity> Ended => _ended;

    public IEnumerable<Activity> Turns => _ended.Where(span => span.Source.Name == "PromptKit" && span.OperationName == "invoke_agent");

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }
}
