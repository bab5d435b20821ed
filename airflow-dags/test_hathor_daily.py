"""Run with `pytest airflow-dags`; the part that builds DAGs is skipped where Airflow is not installed."""

import pytest

import hathor_daily as dags

JOBS = [
    {"name": "merge-history", "does": "Merges.", "after": [], "schedule": "5 * * * *"},
    {"name": "daily-stats", "does": "Counts.", "after": ["merge-history"], "schedule": "30 3 * * *"},
    {"name": "maintain-lake", "does": "Tidies.", "after": ["merge-history", "daily-stats"], "schedule": "30 3 * * *"},
]


def test_jobs_are_grouped_by_schedule():
    grouped = dags.schedules(JOBS)

    assert [[job["name"] for job in jobs] for jobs in grouped.values()] == [
        ["merge-history"],
        ["daily-stats", "maintain-lake"],
    ]
    assert [dags.dag_id(jobs) for jobs in grouped.values()] == ["hathor_merge_history", "hathor_daily"]


def test_order_holds_within_a_schedule():
    assert dags.edges(JOBS[1:]) == [("daily-stats", "maintain-lake")]


def test_a_task_is_the_command_a_person_would_type():
    assert dags.command(JOBS[0]) == "./hathor job merge-history --json"


def test_airflow_accepts_the_dags():
    pytest.importorskip("airflow", reason="Airflow is not installed")

    built = dags.build(JOBS)

    assert set(built) == {"hathor_merge_history", "hathor_daily"}
    assert built["hathor_daily"].get_task("maintain-lake").upstream_task_ids == {"daily-stats"}
